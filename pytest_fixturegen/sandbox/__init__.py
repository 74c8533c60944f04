"""The sandbox around the child process: policy, audit hook, kernel walls."""
