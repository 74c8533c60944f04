"""Each capability of polyfactory, factory_boy and pytest-factoryboy, and a test of ours for it."""
