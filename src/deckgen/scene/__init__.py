"""The Scene: finished slides in absolute, whole EMU, in paint order. Nothing left to decide."""
