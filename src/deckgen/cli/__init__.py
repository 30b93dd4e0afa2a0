"""The command line: arguments → calls → exit code. No logic."""
