# One image for web, worker and clock. It is set up by the same script that sets up a developer's machine.
FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3 python3-pip \
    && useradd --create-home --uid 1000 vielfalt
ENV DJANGO_SETTINGS_MODULE=cms.settings.production \
    PYTHONUNBUFFERED=1 \
    VIELFALT_VAR=/srv/vielfalt/var
WORKDIR /srv/vielfalt
COPY .ci/bootstrap .ci/packages-run .ci/
COPY pyproject.toml uv.lock ./
RUN UV_CACHE_DIR=/tmp/uv-cache .ci/bootstrap run && rm -rf /var/lib/apt/lists/* /tmp/uv-cache
COPY . .
# The second run only compiles the message catalogues: everything else is in place.
RUN .ci/bootstrap run && install -d -o vielfalt -g vielfalt var
USER vielfalt
VOLUME /srv/vielfalt/var
EXPOSE 8000
ENV WEB_HOST=0.0.0.0
CMD [".ci/web"]
