# How everything here is compiled: the language, the warnings, and the shape of a layer.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(KAMERZOEK_WERROR "Treat warnings as errors" OFF)
set(KAMERZOEK_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")
option(KAMERZOEK_FUZZ "Build the fuzz targets with libFuzzer (clang)" OFF)
option(KAMERZOEK_COVERAGE "Build for gcov" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

add_library(kamerzoek_options INTERFACE)
target_include_directories(kamerzoek_options INTERFACE "${CMAKE_SOURCE_DIR}")
# -Wrestrict of GCC 12 reports std::string operator+ where there is nothing (GCC bug 105651).
target_compile_options(kamerzoek_options INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Wimplicit-fallthrough
  $<$<BOOL:${KAMERZOEK_WERROR}>:-Werror>)
if(KAMERZOEK_SANITIZE)
  target_compile_options(kamerzoek_options INTERFACE
    -fsanitize=${KAMERZOEK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(kamerzoek_options INTERFACE -fsanitize=${KAMERZOEK_SANITIZE})
endif()
if(KAMERZOEK_FUZZ)
  # Without it the fuzzer sees only its own target and not the code it calls.
  target_compile_options(kamerzoek_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(KAMERZOEK_COVERAGE)
  target_compile_options(kamerzoek_options INTERFACE --coverage)
  target_link_options(kamerzoek_options INTERFACE --coverage)
endif()

# kamerzoek_layer(NAME SOURCES file… [USES target…] [PRIVATE_USES target…])
#
# One static library a layer. USES are seen in its headers, PRIVATE_USES only in its sources, so
# that a third-party header reaches no further than it must.
function(kamerzoek_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;USES;PRIVATE_USES" ${ARGN})
  add_library(kamerzoek_${name} STATIC ${LAYER_SOURCES})
  target_link_libraries(kamerzoek_${name}
    PUBLIC kamerzoek_options ${LAYER_USES}
    PRIVATE ${LAYER_PRIVATE_USES})
endfunction()
