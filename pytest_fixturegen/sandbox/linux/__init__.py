"""Kernel walls of Linux: Landlock, seccomp and the system calls that they name."""
