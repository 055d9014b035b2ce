import Archives
