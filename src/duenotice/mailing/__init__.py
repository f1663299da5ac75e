"""Messages to members about one change: made for each, in their language and channel.

One recorded version, its notice and its findings go in, and a file of members. What is
the same for all readers of one edition (a language, and the text that they knew) is
laid out once, and only what varies is filled in for each. Nothing is sent from here.

`members` reads and checks the organisation's file, `messages` lays out what is told,
and `runs` divides the work and keeps the record of it.
"""
