#pragma once
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::cmdb_labels {

// Named settings, read from the environment in upper case. The fonts are TrueType files; what a label shows of them is embedded in the PDF.
struct LabelSettings {
    int ci_labels_most = 1000;  // in one PDF
    std::string ci_label_font = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
    std::string ci_label_bold_font = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf";
};
BOOST_DESCRIBE_STRUCT(LabelSettings, (), (ci_labels_most, ci_label_font, ci_label_bold_font))

// In every worker's Services.
struct Labels {
    LabelSettings settings;
    std::string app_url;  // of the console, without a slash at the end
};

std::vector<web::Route> routes();

}  // namespace mz::cmdb_labels
