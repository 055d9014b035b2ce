/* Of the C library, which keeps it from those who do not ask for its own additions. */
int syncfs(int descriptor);
