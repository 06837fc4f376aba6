"""On whose word a telling rests, where its article leaves that open or cites another."""
