"""What the demo council of Lindenau an der Pegnach publishes: plain data, no logic.

Bodies are lists of (block type, value); pictures are named by their key in home.demo.pictures, pages by their slug.
A value that is only text, or a list of texts, stands for the block's main field. home/demo/build.py makes pages of it.
"""
