# One compiler, one standard, every warning an error.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Debug information is worth its disk only where a stack trace is read: line tables are enough for that.
# No optimization: the sanitizers cost three times as much to compile with it, and the tests do not mind.
set(CMAKE_CXX_FLAGS_DEV "-O0 -gline-tables-only -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -gline-tables-only -D_GLIBCXX_ASSERTIONS -fstack-protector-strong -D_FORTIFY_SOURCE=2")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
add_link_options(-fuse-ld=lld)
add_compile_definitions(BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_DISABLE_BOOST_ARRAY SPDLOG_FMT_EXTERNAL)

set(MONOZU_SANITIZE "" CACHE STRING "sanitizers, as -fsanitize takes them")
if(MONOZU_SANITIZE)
  add_compile_options(-fsanitize=${MONOZU_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${MONOZU_SANITIZE})
endif()

# ccache keeps the second build of anything quick, in every build folder.
if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(CCACHE ccache)
  if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  endif()
endif()
