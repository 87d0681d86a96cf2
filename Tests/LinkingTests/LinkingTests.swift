// LinkingTests
