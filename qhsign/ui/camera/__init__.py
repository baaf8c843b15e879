"""The camera of this computer: its picture in the window, codes read from it, photos taken."""
