"""Scene → one HTML file that is the talk."""
