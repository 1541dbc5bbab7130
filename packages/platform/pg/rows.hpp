#pragma once
// C++ values into parameters (bind.hpp), results into C++ structs (decode.hpp), and the list of all typed statements (registry.hpp).
#include "pg/bind.hpp"
#include "pg/decode.hpp"
#include "pg/registry.hpp"
