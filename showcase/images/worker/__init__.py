"""What touches foreign pixels: Pillow and nothing of Django's, in processes of their own with a limit on memory."""
