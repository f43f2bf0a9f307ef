"""Who appears with whom, as pictures drawn at build time. Tables beside them say the same."""
