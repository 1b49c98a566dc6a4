"""The shared page: one HTML file that shows and filters a case without a kernel."""
