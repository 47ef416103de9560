-- The schema that ptdb is installed in. To use another one, change its name here; every script reads it.
:setvar schema process_tracker
