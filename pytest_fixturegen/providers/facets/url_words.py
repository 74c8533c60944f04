"""URLs of things: of a video, a curriculum vitae, a profile. All are at reserved domains."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from pytest_fixturegen.providers.facets.code_shapes import draw_shape
from pytest_fixturegen.providers.facets.word_tables import WordTable, parse_table

URL_ENDINGS = frozenset("url uri link href src".split())

URLS = """
video video_file trailer clip stream recording: https://cdn.example.com/videos/%{10}.mp4
audio audio_file preview podcast: https://cdn.example.com/audio/%{10}.mp3
media media_file asset: https://cdn.example.com/media/%{10}.jpg
image img photo picture thumbnail cover banner avatar logo icon poster qr_code:
  https://cdn.example.com/images/%{10}.jpg|https://cdn.example.com/images/%{10}.png
resume cv curriculum resume_file: https://files.example.com/resumes/%{8}.pdf
document doc pdf file attachment contract agreement brochure certificate:
  https://files.example.com/documents/%{10}.pdf
invoice receipt bill statement: https://billing.example.com/invoices/INV-######.pdf
report: https://files.example.com/reports/%{8}.pdf
download artifact archive export: https://downloads.example.com/files/%{10}.zip
linkedin linkedin_profile: https://www.linkedin.example.com/in/^^^^^^-^^^^^###
github github_profile git: https://github.example.com/^^^^^^##
twitter x instagram facebook tiktok youtube social: https://social.example.com/^^^^^^##
repo repository clone source_code: https://git.example.com/team/project-##.git
issue bug ticket jira: https://issues.example.com/browse/PROJ-###
pull_request pr merge_request: https://git.example.com/team/project/pull/###
build pipeline job_run ci run: https://ci.example.com/builds/####
dashboard grafana: https://dashboards.example.com/d/%{8}
docs documentation help manual guide wiki runbook: https://docs.example.com/guides/getting-started
  |https://docs.example.com/reference|https://docs.example.com/guides/configuration
tracking track track_and_trace: https://tracking.example.com/TRK########
map maps location directions: https://maps.example.com/?q=4#.####,-7#.####
calendar event booking meeting zoom join conference: https://meet.example.com/^^^-^^^^-^^^
unsubscribe: https://news.example.com/unsubscribe/%{16}
reset password_reset verification confirm activation magic: https://app.example.com/verify/%{24}
invite invitation referral share: https://app.example.com/invite/!!!!!!!!
payment checkout pay: https://pay.example.com/checkout/%{16}
api base service endpoint: https://api.example.com/v1
feed rss: https://www.example.com/feed.xml
sitemap: https://www.example.com/sitemap.xml
privacy terms policy: https://www.example.com/legal/terms
demo landing campaign target final click destination: https://www.example.com/offers?utm_source=newsletter
  |https://www.example.com/products|https://www.example.com/sign-up
referrer referer: https://www.example.com/|https://search.example.org/?q=desk
product item listing: https://www.example.com/products/#####
order: https://www.example.com/orders/######
job posting apply application: https://jobs.example.com/positions/####
recipe: https://www.example.com/recipes/^^^^^^-soup
portfolio: https://www.example.com/portfolio/^^^^^^##
"""
"""By noun, shapes of URLs; see :mod:`code_shapes`."""


@lru_cache(maxsize=1)
def _load_urls() -> WordTable:
    return parse_table(URLS)


def find_url(noun: str) -> Callable[[int], str] | None:
    """Return what draws the URL of *noun*; None if no table knows it."""
    shapes = _load_urls().get(noun)
    return partial(draw_shape, shapes) if shapes else None
