"""流程单 and 主持词: the run of show and the words of the host."""
