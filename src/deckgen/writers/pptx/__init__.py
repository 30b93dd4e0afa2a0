"""Scene → .pptx (ECMA-376 PresentationML)."""
