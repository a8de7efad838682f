"""The papers in the drawer: the identity's colours, their shades, and five skin tones."""

INK, SAND, PETROL, POPPY, SUN = "#1c1b1f", "#faf6ef", "#0b4f5c", "#c8321f", "#f5b324"
LEAF, PLUM, SKY = "#3f7d4e", "#6d3b7c", "#2f6fb0"
WHITE = "#fffaf2"

# The same papers turned away from the light.
DEEP, RUST, AMBER, MOSS, BERRY, NAVY = "#083842", "#a92616", "#e39c12", "#2c5e39", "#553069", "#1f5183"
# Pale papers for grounds, walls and cloth.
TEAL, MINT, ICE, LILAC, BLUSH = "#2b7a86", "#a9c9a6", "#bcd7ea", "#c9aed1", "#f0a48f"
STRAW, KRAFT, MIST, MEADOW = "#fbdf9c", "#eadfcb", "#cfe0dd", "#5d9a63"
BREAD, WOOD, BARK, BRICK, STONE = "#b56a2c", "#8a5a34", "#5f3c22", "#9c4a23", "#8d867c"

# tone: (side in the light, side in the shade)
SKIN = {
    1: ("#f3cdb0", "#dda681"),
    2: ("#e6b48d", "#c98b63"),
    3: ("#c98d62", "#a66a44"),
    4: ("#9a6240", "#77452b"),
    5: ("#74482f", "#52301f"),
}
