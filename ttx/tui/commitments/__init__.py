"""The cited document on a screen: its commitments by paragraph, theme and state, each with its page."""
