"""The sandboxed worker: jobs of the child, the frame protocol, and the parent's client."""
