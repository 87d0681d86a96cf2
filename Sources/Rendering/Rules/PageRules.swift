import Diagnostics

/// The rules about the pages of the site.
package enum PageRules {
  package static let all: [Rule] = [DeadLink.rule, MissingPicture.rule, RouteCollision.rule]
}
