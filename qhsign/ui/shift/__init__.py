"""Who works at this desk: choosing them, and what their role allows."""
