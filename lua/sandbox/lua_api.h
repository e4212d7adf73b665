/* lua_api: the one place that includes Lua's headers. Lua 5.4 as Debian ships it; what we may use of it and what not is
 * said in sandbox.h. */
#ifndef MOOT_LUA_API_H
#define MOOT_LUA_API_H

#include <lua.h>

#include <lauxlib.h>
#include <lualib.h>

#endif
