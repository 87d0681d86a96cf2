print("clusterbook")
