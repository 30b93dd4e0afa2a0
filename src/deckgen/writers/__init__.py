"""Scene → bytes. A writer encodes; it never measures, decides or places."""
