# The few verbs of this build. Sources are globbed by folder, so adding a file to a module needs no edit here.

# mz_library(<name> DEPENDS ..): a static library `mz_<name>` of the current folder's *.cpp, and `mz_<name>_test` of its *_test.cpp.
# DATABASE marks the tests as needing a PostgreSQL; TEST_DEPENDS is linked into the tests only.
function(mz_library name)
  cmake_parse_arguments(ARG "DATABASE" "" "DEPENDS;TEST_DEPENDS;INCLUDE" ${ARGN})
  _mz_add(mz_${name} "${ARG_DEPENDS}" "${ARG_INCLUDE}")
  _mz_tests(mz_${name} "${ARG_TEST_DEPENDS}" ${ARG_DATABASE})
endfunction()

# mz_module(<name> DEPENDS ..): as mz_library, a library `module_<name>`, with sql/*.sql embedded as <name>_sql.hpp.
function(mz_module name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;TEST_DEPENDS;NAMESPACE;INCLUDE" ${ARGN})
  _mz_add(module_${name} "${ARG_DEPENDS}" "${ARG_INCLUDE}")
  mz_embed_sql(module_${name} ${name})
  _mz_tests(module_${name} "${ARG_TEST_DEPENDS}" TRUE)
endfunction()

# Makes <name>_sql.hpp, namespace mz::<name>::sql, of the current folder's sql/*.sql.
function(mz_embed_sql target name)
  file(GLOB statements CONFIGURE_DEPENDS sql/*.sql sql/*.part)
  if(statements)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/generated/${name}_sql.hpp)
    add_custom_command(
      OUTPUT ${out}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/generated
      COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/cmake/embed_sql.py ${CMAKE_CURRENT_SOURCE_DIR}/sql ${name} ${out}
      DEPENDS ${statements} ${CMAKE_SOURCE_DIR}/cmake/embed_sql.py
      VERBATIM)
    target_sources(${target} PRIVATE ${out})
    target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_BINARY_DIR}/generated)
  endif()
endfunction()

# mz_embed_text(<target> <name> <folder>): makes <name>_<folder>.hpp, mz::<name>::<folder>::files, of the folder's files as they are.
function(mz_embed_text target name folder)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/generated/${name}_${folder}.hpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/generated
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/cmake/embed_text.py ${CMAKE_CURRENT_SOURCE_DIR}/${folder} ${name}::${folder} ${out}
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed_text.py
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()

# mz_migrations(<target> <namespace> <folder>): a library `<target>` with mz::<namespace>::migrations().
function(mz_migrations target namespace folder)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.sql)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/generated/${target}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/generated
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.py ${CMAKE_CURRENT_SOURCE_DIR}/${folder} ${namespace} ${out}
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.py
    VERBATIM)
  add_library(${target} STATIC ${out})
  target_link_libraries(${target} PUBLIC mz_pg)
endfunction()

# mz_program(<name> SOURCES .. DEPENDS ..): a binary in <build>/bin.
function(mz_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_DEPENDS})
endfunction()

# mz_test(<name> SOURCES .. DEPENDS .. [DATABASE]): a GoogleTest binary; one ctest entry each test case.
function(mz_test name)
  cmake_parse_arguments(ARG "DATABASE" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_DEPENDS} GTest::gmock GTest::gtest_main)
  if(ARG_DATABASE)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS database TIMEOUT 600)
  else()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 300)
  endif()
endfunction()

function(_mz_add target depends include)
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC ${depends})
    if(include)
      target_include_directories(${target} PUBLIC ${include})
    endif()
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE ${depends})
    if(include)
      target_include_directories(${target} INTERFACE ${include})
    endif()
  endif()
endfunction()

function(_mz_tests target depends database)
  file(GLOB sources CONFIGURE_DEPENDS *_test.cpp)
  if(sources)
    if(database)
      mz_test(${target}_test SOURCES ${sources} DEPENDS ${target} ${depends} DATABASE)
    else()
      mz_test(${target}_test SOURCES ${sources} DEPENDS ${target} ${depends})
    endif()
  endif()
endfunction()
