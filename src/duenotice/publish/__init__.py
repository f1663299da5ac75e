"""From the archive to the published site: plan, render, write."""
