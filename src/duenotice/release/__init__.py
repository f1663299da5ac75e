"""Making versions and recording what happens to them.

Everything here is worked out first and written afterwards: a use case takes an
archive and gives the files to write, so that a refusal never leaves half a version.
"""
