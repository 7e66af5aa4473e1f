# syntax=docker/dockerfile:1
# The site in one image, for docker-compose.yml. It was built step by step by hand, never by a container engine (README).
# A test holds the versions here to those of global.json and the projects.

# What npm brings (fonts, the site's styles and behaviours), by the same script as the build's own npm step.
FROM node:22-bookworm-slim AS assets
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY eng/build-assets.mjs eng/
COPY src/ScrBudget.Web/assets/ src/ScrBudget.Web/assets/
RUN npm run assets

FROM mcr.microsoft.com/dotnet/sdk:10.0.400 AS build
WORKDIR /source
COPY . .
COPY --from=assets /source/src/ScrBudget.Documents/fonts/ src/ScrBudget.Documents/fonts/
COPY --from=assets /source/src/ScrBudget.Web/wwwroot/lib/ src/ScrBudget.Web/wwwroot/lib/
# Newer than everything it was made from: the build's npm step is done, and needs no npm here.
RUN touch src/ScrBudget.Documents/fonts/.stamp
RUN dotnet restore src/ScrBudget.Web --locked-mode
RUN dotnet publish src/ScrBudget.Web --no-restore --configuration Release --output /site

# Not the chiseled image: the health check below needs a shell, SqlClient the ICU data and ScrBudget:TimeZone the time zones
# (tzdata) that this one has.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /site
COPY --from=build /site ./
ENV ASPNETCORE_HTTP_PORTS=8080 \
    SCRBUDGET_DATA=/data
RUN mkdir -m 700 /data && chown "$APP_UID" /data
VOLUME /data
USER $APP_UID
EXPOSE 8080
# The image has neither curl nor wget. /health answers once the database is migrated.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]
ENTRYPOINT ["dotnet", "ScrBudget.Web.dll"]
