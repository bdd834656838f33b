def record():
    return ""
