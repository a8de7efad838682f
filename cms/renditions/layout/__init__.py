"""From a document to composed pages: measuring, planning, pouring, fitting. Runs in the render process."""
