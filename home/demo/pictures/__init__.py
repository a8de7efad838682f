"""The drawing kit of the demo world: every picture of Lindenau, cut from paper in code. Start reading in `draw.py`; the style lives in `paper.py`."""
