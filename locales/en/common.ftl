app-name = Hemicycle
