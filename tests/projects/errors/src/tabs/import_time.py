from tabs.division import divide

divide(1)  # import_time
