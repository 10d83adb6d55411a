# Tests, fuzzers and benchmarks.
if(AIGUILLAGE_TESTS)
  enable_testing()
  enable_language(C)
  find_package(Threads REQUIRED)
  if(shared_dir)
    set(shared_arguments --shared "${shared_dir}")
  else()
    message(STATUS "AIGUILLAGE_SHARED is empty: tests that compare with the shared contract files are skipped")
  endif()

  file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*.cc")
  list(FILTER test_sources EXCLUDE REGEX "^${PROJECT_SOURCE_DIR}/tests/(fuzz|bench)/|/hours_spans\\.cc$|/tests/abi/(threads|memory|answers)\\.cc$")
  if(test_sources)
    find_package(GTest REQUIRED)
    include(GoogleTest)
    add_executable(aiguillage_tests ${test_sources})
    target_include_directories(aiguillage_tests PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_compile_definitions(aiguillage_tests PRIVATE
      AIGUILLAGE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" AIGUILLAGE_SHARED_DIR="${shared_dir}"
      AIGUILLAGE_VERSION="${PROJECT_VERSION}")
    target_link_libraries(aiguillage_tests PRIVATE
      aiguillage aiguillage_abi nlohmann_json::nlohmann_json range-v3::range-v3 GTest::gmock GTest::gtest_main)
    # Most of the time of a build is here: one header less to read again, and no long optimisation.
    target_precompile_headers(aiguillage_tests PRIVATE <gtest/gtest.h>)
    target_compile_options(aiguillage_tests PRIVATE $<$<CONFIG:Release>:-O1>)
    aiguillage_finish(aiguillage_tests)
    gtest_discover_tests(aiguillage_tests WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
      DISCOVERY_TIMEOUT 120 PROPERTIES TIMEOUT 300)
  endif()

  add_executable(hours_spans tests/hours/hours_spans.cc)
  target_link_libraries(hours_spans PRIVATE aiguillage)
  aiguillage_finish(hours_spans)

  add_executable(hello examples/hello.cc)
  target_link_libraries(hello PRIVATE aiguillage)
  aiguillage_finish(hello)
  add_test(NAME hello COMMAND hello rules/france examples/situations/rennes.yaml examples/territories/rennes
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")

  # The C interface: a program in C11, threads that share an engine, memory that runs out, the symbols it shows.
  add_executable(hello_c examples/hello.c)
  set_target_properties(hello_c PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
  target_compile_options(hello_c PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${AIGUILLAGE_WERROR}>:-Werror>)
  target_link_libraries(hello_c PRIVATE aiguillage_abi)
  if(AIGUILLAGE_SANITIZE) # the library brings C++, whose checks C's linker would leave out
    set_target_properties(hello_c PROPERTIES LINKER_LANGUAGE CXX)
  endif()
  add_test(NAME hello_c COMMAND hello_c rules/france examples/situations/rennes.yaml examples/territories/rennes
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  foreach(program IN ITEMS threads memory answers)
    add_executable(abi_${program} tests/abi/${program}.cc)
    target_link_libraries(abi_${program} PRIVATE aiguillage aiguillage_abi Threads::Threads)
    target_include_directories(abi_${program} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    aiguillage_finish(abi_${program})
  endforeach()
  target_sources(abi_threads PRIVATE tests/explain/random_person.cc)
  add_test(NAME abi_threads COMMAND abi_threads 200 4 WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  add_test(NAME abi_memory COMMAND abi_memory WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  add_test(NAME abi_symbols COMMAND bash tests/abi/symbols.sh $<TARGET_FILE:aiguillage_abi>
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")

  # aiguillage_script_test(NAME SCRIPT COMMAND...): only when the script exists.
  function(aiguillage_script_test name script)
    if(EXISTS "${PROJECT_SOURCE_DIR}/${script}")
      add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
      set_tests_properties(${name} PROPERTIES TIMEOUT 900)
    else()
      message(STATUS "No test ${name}: ${script} does not exist")
    endif()
  endfunction()
  # Debian's own python3 first: python3-yaml is installed for that one.
  find_program(AIGUILLAGE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
  find_program(AIGUILLAGE_PYTHON python3 REQUIRED)
  aiguillage_script_test(judge_selftest tests/judge/selftest.py "${AIGUILLAGE_PYTHON}" tests/judge/selftest.py)
  aiguillage_script_test(check_tables tests/check_tables.py
    "${AIGUILLAGE_PYTHON}" tests/check_tables.py --root "${PROJECT_SOURCE_DIR}" ${shared_arguments})
  aiguillage_script_test(versions tests/versions.py "${AIGUILLAGE_PYTHON}" tests/versions.py)
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    aiguillage_script_test(hours_compare tests/hours/compare.sh
      bash tests/hours/compare.sh $<TARGET_FILE:hours_spans> "${shared_dir}")
    set_tests_properties(hours_compare PROPERTIES SKIP_RETURN_CODE 77)
    aiguillage_script_test(subdirectory tests/subdirectory/test.sh
      bash tests/subdirectory/test.sh $<TARGET_FILE:hello> "${CMAKE_CXX_COMPILER}")
  else()
    message(STATUS "No test hours_compare: its peer takes a minute and a half, and says the same beside Release")
    message(STATUS "No test subdirectory: it builds the library again, as Release does")
  endif()
  if(TARGET aiguillage_cli)
    aiguillage_script_test(cli tests/cli_test.sh bash tests/cli_test.sh $<TARGET_FILE:aiguillage_cli>)
    aiguillage_script_test(ask tests/ask_test.sh bash tests/ask_test.sh $<TARGET_FILE:aiguillage_cli>)
    aiguillage_script_test(public_cases tests/public_cases.py
      "${AIGUILLAGE_PYTHON}" tests/public_cases.py $<TARGET_FILE:aiguillage_cli>)
    aiguillage_script_test(schema tests/schema/schema_test.py
      "${AIGUILLAGE_PYTHON}" -B tests/schema/schema_test.py $<TARGET_FILE:aiguillage_cli>)
    aiguillage_script_test(readme_example tests/readme_example.py
      "${AIGUILLAGE_PYTHON}" tests/readme_example.py $<TARGET_FILE:aiguillage_cli>)
    aiguillage_script_test(pack_cases tests/pack_cases.py
      "${AIGUILLAGE_PYTHON}" tests/pack_cases.py $<TARGET_FILE:aiguillage_cli> 10)
    aiguillage_script_test(local_packs tests/local_packs.py
      "${AIGUILLAGE_PYTHON}" tests/local_packs.py $<TARGET_FILE:aiguillage_cli>)
    aiguillage_script_test(simulation_report tests/simulation_report.py
      "${AIGUILLAGE_PYTHON}" tests/simulation_report.py $<TARGET_FILE:aiguillage_cli>)
    aiguillage_script_test(judge_compare tests/judge/compare.sh
      bash tests/judge/compare.sh $<TARGET_FILE:aiguillage_cli>)
    set(outputs_options --answers $<TARGET_FILE:abi_answers>)
    if(AIGUILLAGE_SANITIZE)
      list(APPEND outputs_options --one-in 5)
    endif()
    aiguillage_script_test(outputs tests/schema/outputs_test.py "${AIGUILLAGE_PYTHON}" -B tests/schema/outputs_test.py
      $<TARGET_FILE:aiguillage_cli> ${outputs_options})
    aiguillage_script_test(abi_answers tests/abi/same_answers.sh
      bash tests/abi/same_answers.sh $<TARGET_FILE:aiguillage_cli> $<TARGET_FILE:abi_answers>)
    # The Python package, over the library of this build.
    if(AIGUILLAGE_SANITIZE)
      message(STATUS "No test python: an interpreter without sanitizers cannot load a library with them")
    else()
      set(python_tests ${CMAKE_COMMAND} -E env "PYTHONPATH=${PROJECT_SOURCE_DIR}/src/python" "AIGUILLAGE_CXX=${CMAKE_CXX_COMPILER}"
        AIGUILLAGE_LIBRARY=$<TARGET_FILE:aiguillage_abi> AIGUILLAGE_CLI=$<TARGET_FILE:aiguillage_cli>
        AIGUILLAGE_HELLO=$<TARGET_FILE:hello> "${AIGUILLAGE_PYTHON}" -B -m pytest -q -rs -p no:cacheprovider)
      foreach(part IN ITEMS answers wrong_calls package)
        aiguillage_script_test(python_${part} tests/python/test_${part}.py ${python_tests} tests/python/test_${part}.py)
      endforeach()
      if(CMAKE_BUILD_TYPE STREQUAL "Release")
        aiguillage_script_test(python_install tests/python/test_install.py ${python_tests} tests/python/test_install.py)
      else()
        message(STATUS "No test python_install: it builds the library again, as Release does")
      endif()
    endif()
    if(NOT AIGUILLAGE_SANITIZE)
      aiguillage_script_test(install tests/install/test.sh
        bash tests/install/test.sh "${PROJECT_BINARY_DIR}" "${CMAKE_CXX_COMPILER}")
    endif()
    aiguillage_script_test(serve tests/serve_test.py
      "${AIGUILLAGE_PYTHON}" -B tests/serve_test.py $<TARGET_FILE:aiguillage_cli>)
    if(AIGUILLAGE_MPI)
      aiguillage_script_test(mpi tests/mpi_test.sh bash tests/mpi_test.sh $<TARGET_FILE:aiguillage_cli>)
    else()
      message(STATUS "No test mpi: this build knows no MPI (AIGUILLAGE_MPI)")
    endif()
    aiguillage_script_test(same_bytes tests/same_bytes.sh bash tests/same_bytes.sh $<TARGET_FILE:aiguillage_cli>)
  endif()
endif()

# --- fuzzers and benchmarks: one executable per file -----------------------------------------------------------
function(aiguillage_add_each pattern)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${pattern}")
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    add_executable(${name} "${source}")
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_compile_definitions(${name} PRIVATE AIGUILLAGE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE aiguillage nlohmann_json::nlohmann_json range-v3::range-v3 ${ARGN})
    aiguillage_finish(${name})
  endforeach()
endfunction()

if(AIGUILLAGE_SANITIZE)
  aiguillage_add_each("tests/fuzz/*_fuzz.cc" -fsanitize=fuzzer)
  target_link_libraries(abi_fuzz PRIVATE aiguillage_abi)
endif()
if(AIGUILLAGE_BENCH)
  aiguillage_add_each("tests/bench/*_bench.cc" benchmark::benchmark_main)
  # Programs that answer on the shared instances of the routing benchmark.
  foreach(program IN ITEMS route_instances:instance_file rcsp:rcsp_file)
    string(REPLACE ":" ";" parts "${program}")
    list(GET parts 0 name)
    list(GET parts 1 reader)
    add_executable(${name} tests/bench/${name}.cc tests/search/${reader}.cc tests/search/tokens.cc)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(${name} PRIVATE aiguillage)
    aiguillage_finish(${name})
  endforeach()
  # Where to open places: the p-median problems of the OR-Library.
  add_executable(pmedian tests/bench/pmedian.cc)
  target_link_libraries(pmedian PRIVATE aiguillage)
  aiguillage_finish(pmedian)
  # Everyone through the waiting lines of a file.
  add_executable(queues tests/bench/queues.cc)
  target_link_libraries(queues PRIVATE aiguillage)
  aiguillage_finish(queues)
  # Where to open places: maximal covering problems of the shared benchmark.
  add_executable(max_cover tests/bench/max_cover.cc)
  target_link_libraries(max_cover PRIVATE aiguillage)
  aiguillage_finish(max_cover)
  # How much of a service each place can reach.
  add_executable(access tests/bench/access.cc)
  target_link_libraries(access PRIVATE aiguillage)
  aiguillage_finish(access)
  # A snapshot of a whole country.
  add_executable(national tests/bench/national.cc)
  target_link_libraries(national PRIVATE aiguillage)
  aiguillage_finish(national)
  # Many people by shared tables, on the instances of the routing benchmark.
  find_package(Threads REQUIRED)
  add_executable(batch_routing tests/bench/batch.cc tests/search/instance_file.cc tests/search/tokens.cc)
  target_include_directories(batch_routing PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(batch_routing PRIVATE aiguillage Threads::Threads)
  aiguillage_finish(batch_routing)
  # Many random people in one large territory.
  add_executable(department tests/bench/department.cc tests/explain/random_person.cc)
  target_include_directories(department PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(department PRIVATE aiguillage)
  aiguillage_finish(department)
endif()
