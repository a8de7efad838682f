"""Files of subscribers on their way in and out: reading → columns → judging → taking, driven by running; exporting.

An import never brings back who left, never lowers anything, and without a proven consent it only asks.
"""
