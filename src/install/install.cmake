# What is installed, and found again by others: headers, libraries, packs, CMake and pkg-config files, a Debian package.
set(rules_dir "${CMAKE_INSTALL_DATADIR}/aiguillage/rules")
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/aiguillage")
set(pc_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(TARGETS aiguillage aiguillage_abi EXPORT aiguillage)
install(DIRECTORY include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY rules DESTINATION "${CMAKE_INSTALL_DATADIR}/aiguillage")
install(DIRECTORY src/report/schemas DESTINATION "${CMAKE_INSTALL_DATADIR}/aiguillage")
install(EXPORT aiguillage NAMESPACE aiguillage:: FILE aiguillage-targets.cmake DESTINATION "${package_dir}")

configure_package_config_file(src/install/aiguillage-config.cmake.in aiguillage-config.cmake
  INSTALL_DESTINATION "${package_dir}" PATH_VARS rules_dir)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/aiguillage-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/aiguillage-config.cmake" "${PROJECT_BINARY_DIR}/aiguillage-config-version.cmake"
        DESTINATION "${package_dir}")

# A static library leaves what it needs to those who link it.
set(pc_private "")
if(BUILD_SHARED_LIBS)
  set(pc_private ".private")
endif()
file(RELATIVE_PATH prefix_from_pc "/${pc_dir}" "/")
string(REGEX REPLACE "/$" "" prefix_from_pc "${prefix_from_pc}")
foreach(package IN ITEMS aiguillage aiguillage-abi)
  configure_file(src/install/${package}.pc.in ${package}.pc @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${package}.pc" DESTINATION "${pc_dir}")
endforeach()

if(PROJECT_IS_TOP_LEVEL)
  set(CPACK_GENERATOR DEB)
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(CPACK_PACKAGE_CONTACT "the aiguillage authors")
  set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  # The libraries are in the package itself.
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${PROJECT_BINARY_DIR}")
  include(CPack)
endif()
