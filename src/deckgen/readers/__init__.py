"""Bytes → what stands in them. A reader never writes and never lays out."""
