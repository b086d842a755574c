"""How well search answers over the demo's content: judged questions, what is measured, and the floors.

``judgements.csv`` was written by reading the content, before the ranking was tuned. Rules: the piece, village, maker or
page exactly meant has 3, a good answer 2, an acceptable one 1; what is not listed counts as 0. The word of a craft
means its village, the pieces whose name shows it (others 2), its makers (2) and its words in the glossary; the name of
a village its makers and pieces (2, 1 by an older or wider name); a maker's name the pieces (2). All spellings of a
question share its judgements.
"""
