"""The scenes, one module per kind of place. Each function draws one picture and returns the finished SVG."""
