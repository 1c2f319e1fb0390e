"""Line mode: one line in, whole sentences out. For screen readers, serial lines and pipes."""
