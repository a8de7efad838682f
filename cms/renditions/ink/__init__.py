"""From WeasyPrint's PDF to a file a printer or an archive takes: colour into ink, boxes, marks, identity."""
