"""What beats say is spoken before the outputs that let it be heard."""
