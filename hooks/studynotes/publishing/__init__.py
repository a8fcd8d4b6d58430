"""What any site needs, whatever it shows: scripts, fonts, a security policy, and files that appear whole."""
