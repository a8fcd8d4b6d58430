"""What the tests share and pytest need not know about."""
