"""Who is who: what an actor is called by, the bodies and offices behind it, what a signed registry knows, and whose side it is."""
