"""The sandboxed child and its jobs, the frame protocol, and the parent's client."""
