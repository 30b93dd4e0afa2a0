"""Tables of codes: (code, summary, why it matters, what to do). Data, no logic."""
